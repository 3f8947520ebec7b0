"""Mails and mailboxes, and MIME, of which saved pages consist, too."""
