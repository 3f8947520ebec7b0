"""Hand over: what goes into an evidence bundle, and making one. storage/bundle/ writes it."""
