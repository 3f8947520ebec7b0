"""The page "passphrase", in Korean."""

PASSPHRASE = {
    "step.passphrase": "암호",
    "passphrase.title": "사건 파일의 암호",
}
