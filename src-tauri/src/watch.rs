//! Watches what is due: a quiet thread that looks once a minute and soon after each write, and tells the tray, the
//! badge and, where it is time, the person.

use crate::reminder::{Reminder, Said};
use crate::tray::DueEntry;
use crate::{Host, badge, manners::Manners};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;
use tauri::{AppHandle, Manager};
use tauri_plugin_notification::NotificationExt;

/// How often the clock is looked at: a promised minute is met within one.
const PACE: Duration = Duration::from_secs(60);
/// So long it waits for quiet after a write: an import writes much, and somebody calling must not wait for a count.
const QUIET: Duration = Duration::from_secs(2);

/// Tells the watch that something was written.
pub(crate) struct Nudge(Sender<()>);

impl Nudge {
    /// Something was written.
    pub(crate) fn written(&self) {
        // The watch has ended only when the program ends.
        let _ = self.0.send(());
    }
}

/// Starts the watch; gives back what wakes it.
pub(crate) fn start(app: &AppHandle) -> Nudge {
    let (sender, receiver) = channel();
    let app = app.clone();
    std::thread::spawn(move || watch(&app, &receiver));
    Nudge(sender)
}

fn watch(app: &AppHandle, nudges: &Receiver<()>) {
    app.state::<Host>().opening.wait();
    let mut said = Said::on(app.state::<Manners>().kept().reminded_on);
    loop {
        look(app, &mut said);
        match nudges.recv_timeout(PACE) {
            Ok(()) => while nudges.recv_timeout(QUIET).is_ok() {},
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

fn look(app: &AppHandle, said: &mut Said) {
    let host = app.state::<Host>();
    let now = host.clock.now();
    let due = host.desk.due_now(now);
    let count = due.as_ref().map_or(0, |due| due.overdue + due.today);
    if let Some(entry) = app.try_state::<DueEntry>() {
        entry.say(count);
    }
    badge::show(app, count);
    let Some(reminder) = due.and_then(|due| said.next(&due, now)) else { return };
    app.state::<Manners>().change(|kept| kept.reminded_on = said.morning);
    notify(app, &reminder);
}

/// A system that shows no notifications goes without: the window says the same.
fn notify(app: &AppHandle, reminder: &Reminder) {
    let shown = app.notification().builder().title(&reminder.title).body(&reminder.body).show();
    if let Err(error) = shown {
        tracing::debug!(%error, "no notification");
    }
}
