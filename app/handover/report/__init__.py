"""What an officer, a counsellor or a court reads: the report and the hash sheet, as PDF."""
