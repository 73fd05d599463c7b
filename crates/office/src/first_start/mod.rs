//! The first start: packs on offer, where the office may lie, how it begins.

mod begin;
mod folder;
mod offers;

pub use begin::{Beginning, ValuesOfPacks, read_settings};
pub(crate) use begin::{begin, begin_sample};
pub(crate) use folder::refuse_bad_folder;
pub(crate) use offers::pack_offers;

use std::path::{Path, PathBuf};

/// A free folder for an office of that name, below the place for offices or, where none was said, the usual one.
pub(crate) fn propose_folder(offices: Option<&Path>, name: &str) -> PathBuf {
    let usual = || folder::usual_place();
    folder::propose(&offices.map_or_else(usual, Path::to_owned), name)
}
