"""The page "content", in English."""

CONTENT = {
    "step.content": "Content",
    "content.title": "Reported content",
    "content.intro": (
        "Add the pictures and videos that you want to have checked, or whole folders of them. "
        "They stay where they are; the program looks for faces in them and shows you none of it."
    ),
    "content.add": "&Add files or folders",
    "content.drop": "Or drop them anywhere on this page.",
    "content.choose": "Choose files and folders to add",
    "content.origin.show": "Say &where it is from",
    "content.origin.why": "This helps the police and the support centre later.",
    "content.origin.hide": "Hide &where it is from",
    "content.told.platform": "&Platform, for example Telegram",
    "content.told.url": "Lin&k",
    "content.told.note": "&Note",
    "content.copy": (
        "This is a check copy. It holds numbers only, and nothing can be added to it. To add "
        "something, whoever gave it to you can use the case itself."
    ),
    "content.busy": "The files before these are still being taken in. Add these afterwards.",
    "content.remote": (
        "Only files and folders on this computer can be added. A link or a file somewhere else "
        "has to be saved here first."
    ),
    # what was done
    "content.did.new": "New: {count}",
    "content.did.known": "Already here: {count}",
    "content.did.absent": "Named in an export, but not in it: {count}",
    "content.did.blocked": "Could not be taken in: {count}",
    "content.did.looked": "Looked at: {count}",
    "content.did.faces": "Faces found: {count}",
    "content.did.no_face": "Without a face: {count}",
    "content.did.unchecked": "Could not be checked: {count}",
    "content.did.partly": "Looked at in part: {count}",
    "content.blocked_list": "What could not be taken in, and why",
    "content.next": "Go on to my &face",
    # what the readers ask
    "content.ask": "To take in more, please say",
    "content.ask.locked.one": "{names} is locked with a password.",
    "content.ask.locked.many": "{count} archives are locked with a password: {names}",
    "content.ask.locked.why": (
        "It was often posted where the file comes from. Do not go there to look for it. The "
        "password is kept only until the case is closed."
    ),
    "content.ask.wrong": "What was typed so far does not open it. You can try another password.",
    "content.ask.password": "Passwor&d",
    "content.ask.more": "{names} and {count} more",
    "content.ask.owner": "Whose phone was {name} saved from?",
    "content.ask.owner.hint": "the name as it stands in the chat",
    "content.ask.add": "&Use this and add again",
    "content.ask.leave": "L&eave it as it is",
    # the list
    "content.list": "Items of the case",
    "content.column.number": "No.",
    "content.column.name": "Name",
    "content.column.kind": "Kind",
    "content.column.state": "State",
    "content.column.why": "Why",
    "content.kind.image": "picture",
    "content.kind.video": "video",
    "content.state.pending": "not looked at yet",
    "content.state.done": "looked at",
    "content.state.partly": "looked at in part",
    "content.state.no-face": "no face",
    "content.state.unchecked": "could not be checked",
    "content.show": "Which items are shown",
    "content.show.all": "All ({count})",
    "content.show.pending": "Not looked at yet ({count})",
    "content.show.unchecked": "Could not be checked ({count})",
    "content.show.no-face": "No face ({count})",
    "content.show.done": "Looked at ({count})",
    "content.search": "Search by name or number",
    "content.nothing_fits": "No item fits. Change the search to see more.",
    "content.waiting": "Not looked at yet: {count}",
    "content.go_on": "Look at &them now",
    "content.unchecked": "Could not be checked: {count}",
    "content.why": "&Show why",
    "content.again": "T&ry again",
    # one item
    "content.item": "Item {item}",
    "content.item.why": "{state}: {why}",
    "content.item.from": "Where it is from",
    "content.item.also": "It was also here",
    "content.item.numbers": (
        "A check copy knows nothing more of it. In the case itself it is found by this number."
    ),
    "content.hashes.show": "Show &hashes",
    "content.hashes.hide": "Hide &hashes",
}
