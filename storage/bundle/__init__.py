"""The evidence bundle: written as a stream, sealed, checked. docs/bundle-format.md describes it."""
