"""The page "help", in English."""

HELP = {
    "step.help": "Help",
    "help.title": "Help",
    "help.about_page": "You can come here at any time. Nothing on this page needs a case.",
    "help.part.support": "Who helps you",
    "help.to.support": "&Who helps",
    "help.support.what": (
        "You are not alone, and it is not your fault. They help free of charge. Programs and "
        "websites come and go: if a number does not answer, ask any of the others."
    ),
    "help.part.police": "What the police will ask",
    "help.to.police": "&Police",
    "help.police.what": (
        "You need not have all of it, and you need not search for it. Do not click links and do "
        "not enter rooms to find out. Write down what you know already:"
    ),
    "help.police.shows_you": "What shows that it is you",
    "help.police.post": "The title of the post, its link, and the platform",
    "help.police.account": "The account that posted it: its name and its number",
    "help.police.room": "The room: its name, its number, its link",
    "help.police.message": "The number of the message, and when it was posted",
    "help.police.learned": "How you learned of it, for example who told you",
    "help.police.source": "Whether you still have the photo that it was made from",
    "help.police.first": "Where that photo was first posted, and who could see it",
    "help.police.keywords": "Words by which it can be searched",
    "help.police.keep": (
        "Keep what you have as it is: do not edit, rename or send it around. You may bring "
        "somebody along, and a support centre can go with you or report it with you."
    ),
    "help.part.traces": "What this program leaves on this computer",
    "help.to.traces": "&Traces",
    "help.traces.case": (
        "The case: one encrypted file, where you put it and with the name you gave it. Without the "
        "passphrase it looks like random numbers."
    ),
    "help.traces.settings": "A small file with your settings, if you changed any: {path}",
    "help.traces.cache": (
        "A file of the model pack in another form. It holds nothing about you and may be deleted: "
        "{path}"
    ),
    "help.traces.packs": "Model packs that you added: {path}",
    "help.traces.yours": (
        "What you made yourself: a check copy, a bundle and what was made with it, a list of "
        "hashes, or a recovery code that you printed."
    ),
    "help.traces.nothing": (
        "It writes nothing else: no list of recent files, no copies, no previews, no log file. It "
        "never uses the internet."
    ),
    "help.traces.files": (
        "The files that you picked stay where they were. The program never changes or deletes them."
    ),
    "help.traces.system": (
        "What it cannot prevent: the system may have written parts of its memory to the disk "
        "(when memory was short, or when the computer went into hibernation), and may note that "
        "this program was opened. Deleted files can often be brought back. Shut the computer down "
        "instead of closing the lid, and use a computer that nobody else uses, if you can."
    ),
    "help.part.leaving": "What leaving quickly does, and what not",
    "help.to.leaving": "Lea&ving",
    "help.leaving.does": (
        "Shift three times within five seconds, or the button at the top: the window is covered at "
        "once, the case is closed, and the program ends. What was finished is saved."
    ),
    "help.leaving.not.hide": (
        "It does not hide that the program is on this computer, or that it was opened."
    ),
    "help.leaving.not.delete": "It does not delete the case, or the files that you picked.",
    "help.leaving.not.others": "It does not close other programs, or what you had open elsewhere.",
    "help.leaving.not.watched": (
        "It does not help against a program that watches this computer in secret, or a camera in "
        "the room. If you suspect that, use a computer of somebody you trust."
    ),
    "help.part.keys": "The keyboard",
    "help.to.keys": "&Keyboard",
    "help.key.leave": "Shift, three times",
    "help.key.leave.does": "leave at once",
    "help.key.tab": "Tab, Shift + Tab",
    "help.key.tab.does": "to the next thing, and back",
    "help.key.press": "Space or Enter",
    "help.key.press.does": "press what has the frame around it",
    "help.key.arrows": "Arrow keys",
    "help.key.arrows.does": "choose one of several, and go through a list",
    "help.key.page": "Page up, Page down",
    "help.key.page.does": "move a long page",
    "help.key.alt": "Alt + underlined letter",
    "help.key.alt.does": "press the button that has this letter",
    "help.keys.review": "The keys for looking and deciding stand on the page where you do that.",
    "help.part.limits": "What it cannot do",
    "help.to.limits": "Li&mits",
    "help.limits.none": (
        "When nothing similar is found, this does not mean that you are not in it. Small, dark, "
        "blurred, covered or turned faces can be missed. A face that a program put into another "
        "picture often resembles its owner less than a photo does: none found says least about "
        "such pictures."
    ),
    "help.limits.others": (
        "When something similar is found, it can be somebody who looks like you. It is a lead; "
        "only you decide."
    ),
    "help.limits.people": (
        "The model pack that comes with it tells apart less well: {people}. For them it misses "
        "more and shows more strangers. It was hardly tried with faces of children and teenagers. "
        "Settings say it for each pack."
    ),
    "help.limits.content": (
        "It looks only at what is put into this case. It does not search the internet and cannot "
        "say whether there is more elsewhere."
    ),
    "help.limits.made": (
        "It does not say how a picture was made, who made it, or whether it is a deepfake."
    ),
    "help.top": "Back to the top",
}
