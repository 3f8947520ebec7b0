"""What belongs to a case as a whole: passphrase, item numbers, source fields, near-duplicates."""
