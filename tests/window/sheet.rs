//! The sheet of a call, as a person fills it in by keyboard.

use crate::window::Window;
use serde_json::{Value, json};

/// The question at which the cursor stands.
pub const QUESTION: &str = "(document.activeElement?.closest('[data-question]')?.dataset.question ?? '')";

/// The task whose sheet is shown.
pub const TASK: &str = "(document.querySelector('[data-testid=sheet]')?.dataset.task ?? '')";

/// The task whose sheet is shown; empty: none.
pub fn shown_task(window: &Window) -> String {
    window.ask(TASK).as_str().unwrap_or_default().to_owned()
}

/// Waits for the sheet of a task with the cursor at its first question.
pub fn is_open(window: &Window, task: &str) {
    let open = format!("{TASK} === {} && {QUESTION} === 'outcome'", json!(task));
    window.until(&format!("the sheet of {task} with the cursor in it"), &open);
}

/// Waits until the sheet of another task than this one is shown, with the cursor at its first question.
pub fn next_is_open(window: &Window, done: &str) {
    let next = format!("!['', {}].includes({TASK}) && {QUESTION} === 'outcome'", json!(done));
    window.until(&format!("the sheet after {done} with the cursor in it"), &next);
}

/// Presses the digit that stands on a choice of the group with these test ids.
pub fn choose(window: &Window, group: &str, value: &str) {
    let css = format!("[data-testid^='{group}-'][data-value='{value}']");
    let digit = window.ask(&format!("document.querySelector({})?.dataset.testid.split('-').at(-1)", json!(css)));
    let digit = digit.as_str().unwrap_or_else(|| panic!("{value} is offered among {group}")).to_owned();
    window.press(&[&digit]);
}

/// From the first question back to the channel, and from there by its digit to the first question again. A festival's
/// visit offers no telephone: then the channel stays as it is.
pub fn by_channel(window: &Window, channel: &str) {
    let offered = format!("document.querySelector('[data-testid^=channel-][data-value={channel}]') !== null");
    let chosen =
        format!("document.querySelector('[data-testid^=channel-][data-value={channel}]')?.ariaChecked === 'true'");
    if window.ask(&offered) != json!(true) || window.ask(&chosen) == json!(true) {
        return;
    }
    window.press(&["Shift+Tab"]);
    window.stands_at("[data-testid^=channel-]");
    choose(window, "channel", channel);
    window.until("the channel and the cursor at the first question", &format!("{chosen} && {QUESTION} === 'outcome'"));
}

/// The client was reached: the outcome is chosen, the cursor stands at the first question of the form.
pub fn reached(window: &Window) {
    choose(window, "outcome", "reached");
    window.until("the first question of the form", &format!("{QUESTION}.includes('/')"));
}

/// Whatever the forms of the call still ask, until the sheet is saved and gone. Saving goes to what is missing, so that
/// nobody has to look for it. `rating` is the digit for the first rating; the others are satisfied.
pub fn answer(window: &Window, content: &str, rating: &str) {
    let task = shown_task(window);
    let gone = format!("{TASK} !== {}", json!(task));
    // A digit leads on to questions that may stay empty; saving leads back to one that may not.
    let at = format!("({gone} ? 'gone' : {QUESTION})");
    let mut answered = String::new();
    let mut rating = rating;
    // No call settles so many tasks that it asks more.
    for _ in 0..20 {
        let next = format!("((at) => at !== {} && /^gone$|[/]content$|[/]satisfied$/.test(at))({at})", json!(answered));
        window.until("the next question that must be answered, or the end of the call", &next);
        window.ask(&at).as_str().unwrap_or_default().clone_into(&mut answered);
        match answered.as_str() {
            "gone" => return,
            at if at.ends_with("/content") => window.type_text(content),
            _ => {
                window.press(&[rating]);
                if rating == "3" {
                    window.see("保存后");
                    window.picture("dissatisfied");
                }
                rating = "1";
            }
        }
        window.press(&["Ctrl+Enter"]);
    }
    panic!("the forms of {task} never end");
}

/// Everything about a task that the office would show.
pub fn detail(window: &Window, task: &str) -> Value {
    window.rpc("task_detail", json!({ "task": task })).unwrap_or_else(|error| panic!("no task {task}: {error}"))
}

/// Presses the digit of one button among those of a group: its place there.
pub fn press_digit_of(window: &Window, group: &str, one: &str) {
    let place = format!(
        "[...document.querySelectorAll({})].findIndex((each) => each.matches({})) + 1",
        json!(group),
        json!(one)
    );
    let place = window.ask(&place).as_u64().filter(|place| (1..=9).contains(place));
    window.press(&[&place.unwrap_or_else(|| panic!("{one} has a digit")).to_string()]);
}
