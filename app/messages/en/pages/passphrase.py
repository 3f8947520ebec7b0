"""The page "passphrase", in English."""

PASSPHRASE = {
    "step.passphrase": "Passphrase",
    "passphrase.title": "A passphrase for the case",
}
