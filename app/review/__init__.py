"""Review: what came up, grouped, shown only when asked, and decided on."""
