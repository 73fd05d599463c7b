//! The words that stories have of their own; all other labels come from the vocabulary.

/// The day from which the pack is in force; without it, the first day of the story.
pub(super) const ENABLED: &str = "制度启用";
/// A person of staff.
pub(super) const STAFF: &str = "员工";
/// What every pack may call a client.
pub(super) const CLIENT: &str = "客户";
/// Behind a channel: a follow-up.
pub(super) const FOLLOW_UP: &str = "回访";
/// Behind a channel: ordinary business, which is no follow-up.
pub(super) const BUSINESS: &str = "业务联系";
/// What is no follow-up has been done.
pub(super) const FINISH: &str = "办完";
/// A sampling rule is drawn.
pub(super) const DRAW: &str = "抽取";
/// Before a day in the state column: when to try again.
pub(super) const AGAIN: &str = "再试";
/// In the state column: all tries are used up.
pub(super) const GIVE_UP: &str = "可列失访";
/// Before a field of the form in a record: its answer.
pub(super) const ANSWER: &str = "答";
/// A correction: the new value.
pub(super) const BECOMES: &str = "改为";
/// A correction: the value, or the milestone, was a mistake.
pub(super) const NO_LONGER: &str = "取消";
/// Before a table: the story tells of these rules alone.
pub(super) const ONLY: &str = "只看";
/// After a table: words of the last task's sentence.
pub(super) const BECAUSE: &str = "因为";
/// In the list: nothing.
pub(super) const NOTHING: &str = "(无)";
/// Behind a task's name: so many of them.
pub(super) const TIMES: char = '×';
/// Nobody is responsible yet.
pub(super) const NOBODY: &str = "待分派";
/// On the list and not past due, whatever it asks for.
pub(super) const TO_DO: &str = "待办";

/// Full-width signs as half-width ones, so that either may be written.
pub(super) fn plain(text: &str) -> String {
    let plain = |c| match c {
        '\u{FF1A}' => ':',
        '\u{FF0C}' | '\u{FF1B}' => ',',
        '\u{FF08}' => '(',
        '\u{FF09}' => ')',
        '\u{3000}' => ' ',
        other => other,
    };
    text.trim().chars().map(plain).collect()
}

/// The text before and after the first colon that is not part of a time of day.
pub(super) fn split_colon(text: &str) -> (&str, &str) {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let found = text
        .char_indices()
        .find(|(i, c)| *c == ':' && !(digit(text[..*i].chars().next_back()) && digit(text[i + 1..].chars().next())));
    found.map_or((text, ""), |(i, _)| (text[..i].trim(), text[i + 1..].trim()))
}

/// Parts between commas, without empty ones.
pub(super) fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(',').map(str::trim).filter(|part| !part.is_empty())
}

/// What follows a word and a blank.
pub(super) fn after<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    text.strip_prefix(word)?.strip_prefix(' ').map(str::trim)
}
