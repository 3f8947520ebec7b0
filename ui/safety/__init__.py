"""What protects the person at the screen: quick exit, lock, screen capture, printing."""
