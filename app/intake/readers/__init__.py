"""Readers: what lies in archives, exports, chats, mails, pages and documents."""
