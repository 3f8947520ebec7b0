"""The look of the window: colours, sizes, and the style sheet made from them."""
