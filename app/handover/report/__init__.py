"""The report and the hash sheet as PDF, for an officer, a counsellor or a court."""
