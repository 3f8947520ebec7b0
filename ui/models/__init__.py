"""Table models for long lists: rows of plain data, without a widget for each."""
