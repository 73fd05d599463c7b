//! Forms beyond their answers: drafts of half-filled ones, files that answer or accompany them, signatures, corrections.

mod attachments;
mod correction;
mod drafts;
mod files;
mod picture;
mod signing;
mod unsigned;
mod viewing;

pub(crate) use files::{Files, ids_of};
pub(crate) use picture::shrunk;
pub(crate) use signing::form_hash;
pub(crate) use unsigned::unsigned_of;
pub(crate) use viewing::{forget_views, view_file};
