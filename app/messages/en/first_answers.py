"""What a face was called at first, and what confirmed faces brought up, in English."""

FIRST_ANSWERS = {
    "found.with_confirmed": (
        "Your photos alone do not bring it up; together with faces that you confirmed they do."
    ),
    "first.answer": "First answer ({date}): {band}",
    "first.with_confirmed": "First found with faces that you had confirmed ({date}): {band}",
    # in the report
    "report.check.found.with_confirmed": "of these, found only with confirmed faces: {count}",
    "report.check.left_out": (
        "A confirmed face is a further photo of the person for all faces but itself, its "
        "near-duplicates and those of the same picture or video. No confirmation makes a face "
        "resemble the person more than it did without it."
    ),
    "report.first.answer": "First answer",
    "report.first.with_confirmed": "Found with confirmed faces",
    "report.first.faces": "{band}: face {faces}",
    "report.first.used": (
        "Model pack: {pack} ({pipeline}). Own photos: {photos}. Faces confirmed before: {confirmed}"
    ),
}
