"""What is said when evidence is handed over, in English."""
