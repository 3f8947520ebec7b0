"""What belongs to a case as a whole: its passphrase, check copies, numbers and near-duplicates."""
