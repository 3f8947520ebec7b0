"""How the window looks: colours, sizes, and the style sheet made from them."""
