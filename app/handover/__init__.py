"""Hand over: a bundle of evidence with its report and letters, and lists of hashes."""
