"""What keeps her safe at the screen: leaving, locking, captures, printing."""
