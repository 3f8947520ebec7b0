"""Documents: PDF, Office, HWP, and mails of Outlook."""
