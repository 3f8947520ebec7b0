"""Lists of hashes for other services, in English."""

TEXTS = {
    "help.hashes": "write the hashes of what you confirmed to a file, for a service that blocks it",
    "help.option.kind": (
        "pdq: how pictures look (default); vpdq: how videos look, second by second; md5: the exact "
        "bytes of videos"
    ),
    "hashes.show": "Create a list of &hashes for another service",
    "hashes.hide": "Close the list of &hashes",
    "hashes.for": (
        "Services that block copies compare hashes like these. The list covers everything you "
        "confirmed."
    ),
    "hashes.kind.pdq": "Pictures, by how they look (PDQ)",
    "hashes.kind.vpdq": "Videos, by how they look (vPDQ)",
    "hashes.kind.md5": "Videos, by their exact bytes (MD5)",
    "hashes.save": "&Save the list",
    "hashes.choose": "Choose where to save the list",
    "hashes.file": "hashes-{kind}.txt",
    "hashes.made": "List created: {path} (lines: {lines}, items: {items})",
    "hashes.what.pdq": "Each line is the PDQ hash of a picture.",
    "hashes.what.vpdq": (
        "Each line is the vPDQ of a video: hash, quality and time in seconds of every second."
    ),
    "hashes.what.md5": (
        "Each line is the MD5 of a video file; only the very same file is found by it."
    ),
    "hashes.left_out": (
        "Confirmed items that have no such hash, or one that says too little: {items}"
    ),
    "hashes.care": (
        "It holds no picture and no name. Give it only to a service you trust: anyone who has the "
        "same content can tell from a hash that it was reported."
    ),
}

ERRORS = {
    "NoHashesError": (
        "None of the items you confirmed has a hash of this kind ({kind}), so no file was created. "
        "pdq is for pictures, vpdq and md5 are for videos."
    ),
}
