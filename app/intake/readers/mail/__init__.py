"""Mails and mailboxes, and the MIME that they and saved pages are made of."""
