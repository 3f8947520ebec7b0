"""The page "hand_over", in English."""

HAND_OVER = {
    "step.hand_over": "Hand over",
    "hand_over.title": "Hand over",
    "hand_over.what": (
        "One locked file with what you found, for the police or a support centre. You decide what "
        "is in it. Nothing is sent: you give it to them yourself."
    ),
    "hand_over.reading": "Looking up what you confirmed …",
    "hand_over.copy": (
        "This is a check copy. It holds no names, links or pictures, so there is nothing to hand "
        "over from here. Whoever gave it to you can do that with the case itself: tell them the "
        "numbers of the items that you confirmed."
    ),
    "hand_over.nothing": (
        "You have not confirmed anything yet. Only what you confirmed goes into the file, so that "
        "nobody else's pictures are handed on. Look at what came up and say which of it is you."
    ),
    "hand_over.review": "&Go to the review",
    "hand_over.inside": "What will be in it",
    "hand_over.confirmed.one": "One item that you confirmed: number {items}",
    "hand_over.confirmed.many": "{count} items that you confirmed: numbers {items}",
    "hand_over.facts": (
        "For each: where and when it was seen, the links and names you gave, and its hashes. "
        "A report in words, a sheet of hashes to sign, and a log of what was done in this case."
    ),
    "hand_over.unchecked.none": "Every item could be checked; the report says so.",
    "hand_over.unchecked.one": (
        "One item could not be checked. The report lists it and says why; the file itself stays "
        "out."
    ),
    "hand_over.unchecked.many": (
        "{count} items could not be checked. The report lists them and says why; the files "
        "themselves stay out."
    ),
    "hand_over.level": "Pictures",
    "level.list": "No picture",
    "level.list.for": (
        "Words, links and hashes only. You may give it to anybody who helps you: the police, a "
        "support centre, a lawyer, a platform."
    ),
    "level.crops": "My face only",
    "level.crops.for": (
        "A small picture of your own face from each item, nothing around it and nobody else. For "
        "the police or a support centre that asks how you know that it is you."
    ),
    "level.originals": "The files themselves",
    "level.originals.for": (
        "For the police only, and only when they ask for them. Having or handing on such files may "
        "be against the law, also for the person they show. Ask the support centre first."
    ),
    "level.crops.missing": "This case keeps no pictures of faces.",
    "level.originals.missing": "This case keeps no files, which is the safer way.",
    "hand_over.gaps": "Still missing",
    "hand_over.gaps.why": (
        "The police ask for these. What you do not know may stay empty. Do not click links or "
        "enter rooms to find out."
    ),
    "hand_over.gaps.none": "Nothing that the police ask for is missing.",
    "asked.link": "the link",
    "asked.platform": "the platform",
    "asked.place": "the title of the post or the name of the room",
    "asked.account": "the name of the account",
    "asked.time": "the time of posting",
    "asked.message": "the number of the message",
    "asked.how_obtained": "a note on how you learned of it",
    "asked.keywords": "a word to search by",
    "asked.missing.one": "For one item, {what} is missing (number {items}).",
    "asked.missing.many": "For {count} items, {what} is missing (numbers {items}).",
    "hand_over.more": "{items} and {count} more",
    "hand_over.where": "Where to put it",
    "hand_over.where.what": (
        "A USB stick that you give away is best. The file is locked with a passphrase that is made "
        "for you and shown once; tell it to them by another way, for example by telephone."
    ),
    "hand_over.where.none": "Nowhere chosen yet.",
    "hand_over.where.chosen": "Chosen: {path}",
    "hand_over.choose": "&Choose a place",
    "hand_over.choose.prompt": "Where to put the file, and what to call it",
    "hand_over.file": "documents.zip",
    "hand_over.make": "&Make the file",
    "hand_over.later": (
        "This version of the program cannot make the file yet. What you confirmed is kept in your "
        "case, and the police and the support centre can already look at it with you."
    ),
}
