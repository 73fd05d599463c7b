//! What happens in and around one call: when a client may be rung up and when he is tried again, who is on the line with
//! him, giving him up, a contact without a task, a follow-up added by hand, a record moved off the wrong client.

mod ask;
mod claims;
mod contact;
mod give_up;
mod moved;
mod next;
mod state;

pub(crate) use claims::Claims;
pub(crate) use next::MadeTry;
