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
}
