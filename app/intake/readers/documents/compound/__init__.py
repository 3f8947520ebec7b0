"""Compound files (OLE, [MS-CFB]): mails of Outlook, documents of HWP 5 and of older Office."""
