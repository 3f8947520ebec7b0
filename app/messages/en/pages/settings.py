"""The page "settings", in English."""

SETTINGS = {
    "step.settings": "Settings",
    "settings.title": "Settings",
    "settings.kept": (
        "A change counts at once. What you change is kept in a small file on this computer, which "
        "says nothing about you or a case: {path}"
    ),
    "settings.look": "How it looks",
    "settings.language": "Language",
    "settings.language.en": "English",
    "settings.language.ko": "한국어 (Korean)",
    "settings.theme": "Colours",
    "settings.theme.system": "As the computer",
    "settings.theme.light": "Light",
    "settings.theme.dark": "Dark",
    "settings.theme.contrast": "High contrast",
    "settings.text_size": "Size of the text",
    "settings.text_size.100": "Ordinary",
    "settings.text_size.125": "1¼ times",
    "settings.text_size.150": "1½ times",
    "settings.text_size.175": "1¾ times",
    "settings.text_size.200": "Twice",
    "settings.locked": (
        "The case is locked. What protects it can be changed when it is open again."
    ),
    "settings.safety": "Safety",
    "settings.lock": "Lock the case by itself",
    "settings.lock.after": (
        "When nobody touches the keyboard or the mouse for so many minutes, and when the computer "
        "sleeps or its screen is locked. The passphrase opens it again, with everything that was "
        "kept in it. Photos of your face and the answer of a check are forgotten."
    ),
    "settings.lock.minutes.one": "1 minute",
    "settings.lock.minutes.many": "{count} minutes",
    "settings.capture": "No screenshots",
    "settings.capture.what": (
        "This window stays out of screenshots, screen recordings and shared screens. A camera in "
        "front of the screen still sees it."
    ),
    "settings.capture.impossible": (
        "On this system a program cannot keep its window out of screenshots. Close programs that "
        "record or share the screen before you go on."
    ),
    "settings.reveal": "When you look at a whole picture",
    "settings.reveal.what": (
        "You always see words first, then only a face. The whole picture is shown only while you "
        "hold a key or button, and this is how:"
    ),
    "settings.blur": "Blurred",
    "settings.grey": "Without colour",
    "settings.packs": "Model packs",
    "settings.packs.what": (
        "A model pack is what compares faces. One comes with the program. Others can be better for "
        "you; they are not downloaded: bring them on a USB stick from a computer you trust."
    ),
    "settings.packs.licence": (
        "Before you use another pack, look at its licence: most may be used for non-commercial "
        "research only."
    ),
    "settings.packs.reading": "Looking up the packs …",
    "settings.packs.drop": "Drop the folder, zip file or model file of a pack here",
    "settings.packs.choose": "&Choose a pack",
    "settings.packs.choose.prompt": "The folder, zip file or model file of a pack",
    "settings.packs.adding": "Trying the pack out. This takes some seconds …",
    "settings.packs.use": "For new cases, compare with",
    "settings.packs.use.what": "A case goes on with the pack it was begun with.",
    "settings.packs.unknown": (
        "There is no pack in it that this program knows, so nothing was taken in. Give the folder, "
        "the zip file or the model file as you got it from its makers."
    ),
    "settings.packs.damaged": (
        "A file of the pack is damaged or is not what its name says, so nothing was taken in. Get "
        "it again from its makers: {pack}, {file}"
    ),
    "settings.pack.installed": "{name}: ready to use",
    "settings.pack.missing": "{name}: not here, can be added",
    "settings.pack.licence": "Licence: {text}",
    "settings.pack.measured": "Measured on: {text}",
    "settings.pack.well": "Tells apart well: {people}",
    "settings.pack.poor": "Tells apart less well: {people}",
    "settings.pack.well.open": "other adults in the photos that it was measured on",
    "settings.pack.well.better": (
        "by what is published, East Asian people better than the pack that comes with the program"
    ),
    "settings.pack.unmeasured": (
        "Not measured with this program yet: nobody can say whom it tells apart well or poorly "
        "here, or how many look-alikes to expect."
    ),
    "settings.forget": "Forget these settings",
    "settings.forget.what": (
        "Everything on this page is as on the first day, except the language, and the small file "
        "is removed. Cases and added packs stay."
    ),
    "settings.forget.do": "&Forget them",
    "settings.forget.done": "Forgotten. The small file is gone.",
}
