"""What parts of pages say, in English."""

WIDGETS = {
    # choosing files
    "chooser.places": "Places",
    "chooser.home": "My folder",
    "chooser.path": "Folder",
    "chooser.up": "Folder &up",
    "chooser.list": "Files and folders",
    "chooser.column.name": "Name",
    "chooser.column.size": "Size",
    "chooser.column.date": "Changed",
    "chooser.folder": "folder",
    "chooser.link": "link",
    "chooser.hidden": "Hidden &files, too",
    "chooser.name": "&Name of the new file",
    "chooser.reading": "Reading the folder: {count}",
    "chooser.count": "In this folder: {count}",
    "chooser.chosen": "Chosen: {count}",
    "chooser.choose.file": "&Choose file",
    "chooser.choose.files": "&Choose files",
    "chooser.choose.content": "&Choose",
    "chooser.choose.folder": "&Choose this folder",
    "chooser.choose.new_file": "&Save here",
    "chooser.cancel": "Cancel",
    "chooser.unreadable": (
        "This folder cannot be read. The system may not allow it, or the drive was taken out. "
        "Choose another folder."
    ),
    "chooser.nothing": "There is no file or folder of that name: {path}",
    "chooser.no_folder": "This is a file, and a folder is needed: {path}",
    "chooser.exists": "There is a file of that name already: {name}. Please type another name.",
    "chooser.bad_name": "This cannot be the name of a file. Please type another one.",
    "chooser.files_only": "Only files can be chosen here. Open a folder to choose what is in it.",
    # how far something is
    "task.pause": "Pause",
    "task.resume": "Go on",
    "task.stop": "Stop",
    "task.paused": "{text}. Paused.",
    "task.stopping": "Stopping. What was done so far is kept.",
    # before a pack is used
    "pack.before": 'Faces are compared with the model pack "{pack}". Its licence: {text}.',
    "pack.instead": (
        'The model pack "{pack}" that you chose is not here any more, so the one that comes with '
        "the program is used instead. If you want the other one, add it again under Settings."
    ),
    "pack.gone": (
        'This case was begun with the model pack "{pack}", and that is not here any more. Add it '
        "again under Settings. Or go on with the one that comes with the program: then everything "
        "is looked at once more, which takes its time. Nothing that you decided is lost."
    ),
    "pack.gone_copy": (
        'This check copy was made with the model pack "{pack}", and that is not here. Add it under '
        "Settings. Or ask whoever gave it to you to look at the case again with the pack that "
        "comes with the program, and to make a new check copy."
    ),
    "pack.incomplete": (
        "The model pack that comes with the program is not complete, so no face can be looked at. "
        "Install the program again. What is in the case stays."
    ),
    # what was looked at in another way than now
    "otherwise.what": (
        "Since part of this case was looked at, the way of measuring faces has changed. Items: "
        "{count}."
    ),
    "otherwise.compared": (
        "As long as nothing is done, a check compares of them only what both ways have in common, "
        "and can miss more."
    ),
    "otherwise.apart": (
        "Items that a check cannot compare at all, since another model pack looked at them: "
        "{count}."
    ),
    "otherwise.how": (
        "They can be looked at again, from the files where they lie or from the originals in the "
        "case. It takes its time, and you can stop and go on. What is gone keeps what was found in "
        "it, and nothing that you decided is lost."
    ),
    "otherwise.copy": (
        "Only the case itself can be looked at again. Ask whoever gave you this copy to do that, "
        "and to make a new check copy."
    ),
    "otherwise.made_with": "This check copy was made with the model pack: {packs}",
    "otherwise.again": "Look at them a&gain",
    "pack.settings": "Open the settings",
    "pack.built_in": "Go on with the one that comes with the program",
}
