"""The page "start", in English."""

START = {
    "step.start": "Start",
    "start.title": "Geoul",
    "start.no_hangul": (
        "This computer has no font with Korean letters. Install one (Debian: fonts-noto-cjk or "
        "fonts-nanum) and start the program again, or choose English below."
    ),
    "start.language": "Language",
    "start.leave": "First of all: how to leave quickly",
    "start.leave.how": (
        "Press Shift three times, or the button at the top. The window is gone at once, the case "
        "is closed, and the program ends."
    ),
    "start.leave.not": (
        "It does not hide that this program is on the computer. Files that you chose stay where "
        "they are; what your browser and your messengers remember stays, too."
    ),
    "start.does": (
        "It looks for your face in pictures and videos that you give it, and shows where somebody "
        "looks like you."
    ),
    "start.offline": "Everything stays on this computer. The program cannot go online.",
    "start.does_not": (
        "It does not search the internet, does not delete anything, and does not tell whether a "
        "picture was made by artificial intelligence (AI)."
    ),
    "start.decide": "Whether it is you, only you decide. Nobody else is told.",
    "start.young": "I am &under 19",
    "start.young.ask": "Are you under 19? You need not say, but some things are different then.",
    "start.young.fault": "You have done nothing wrong, whatever happened and whatever you sent.",
    "start.young.lines": (
        "D4U (02-735-8994) and the line for young people (117) help you for free, and you can call "
        "without your parents."
    ),
    "start.young.pictures": (
        "Take It Down helps everywhere with pictures of you from before you were 18."
    ),
    "start.young.kept": (
        "A new case will keep no pictures and no videos: only numbers, links and times."
    ),
    "start.young.tell": (
        "It can help to tell somebody whom you trust. That need not be your parents: you know "
        "best who is safe."
    ),
    "start.make": "&Make a case",
    "start.open": "&Open a case",
    "start.copy": "Open a &check copy",
    "start.which": "Which file is the case?",
    "start.which_copy": "Which file is the check copy that you were given?",
    "start.is_open": "Your case is open.",
    "start.code_waits": (
        "You have not said yet that you have written down the recovery code. Go on to see it once "
        "more: when the case is closed, nobody can show it again."
    ),
    "start.go_on": "&Go on",
    "start.close": "Close the ca&se",
    "start.locked": (
        "It was locked. To go on, type the passphrase again. Everything that was kept in the case "
        "is still there. Photos of your face, the answer of a check and words that were shown only "
        "once are forgotten, so that nobody else finds them."
    ),
    "start.taken_out": (
        "The case cannot be reached any more, so it was closed. If it is on a stick, plug it in "
        "again; if you moved the file, put it back or choose it where it is now. Then type the "
        "passphrase. What was saved before is in the file."
    ),
    "start.passphrase": "&Passphrase",
    "start.code": "&Recovery code: 14 groups of four letters and digits",
    "start.open_it": "&Open",
    "start.opening": "Opening. This takes a moment, to make guessing slow.",
    "start.lost": "I lost the passp&hrase",
    "start.not_lost": "I have the passp&hrase",
    "start.other": "Another &file",
    "start.gone": (
        "The file cannot be read any more: {name}. If it is on a USB stick, plug it in and try "
        "again."
    ),
}
