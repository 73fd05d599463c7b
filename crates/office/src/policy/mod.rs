//! What a manager does with policies: sees what a change would do, enables, pauses, sets parameters and holidays, keeps
//! packs of the office's own.
//!
//! Map: `in_force` (the packs and the calendar that judge now, and as a change would leave them) -> `change` (a wish
//! becomes the policies as they would be) -> `foresee` with `load` (what that would do, reading only) and `enable` (does
//! it). Beside them: `page` with `parts` and `params` (a pack as readable policy), `own` with `pack_file` (packs copied, written, exported,
//! imported), `compare`, `holidays`, `backlog`.

mod backlog;
mod change;
mod compare;
mod enable;
mod foresee;
mod holidays;
mod in_force;
mod load;
mod own;
mod pack_file;
mod page;
mod params;
mod parts;

pub(crate) use compare::compare_packs;
pub(crate) use holidays::read_holiday_file;
pub(crate) use in_force::Policies;
pub(crate) use own::{OwnPacks, check_pack, export_pack, pack_source};
pub(crate) use page::{pack_brief, pack_page};
pub(crate) use params::first_values;
