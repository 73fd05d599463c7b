//! Request and response types of the wire. They are counterparts of the domain types, made for reading on a screen;
//! days are `YYYY-MM-DD`, enums are their codes, texts are in the office's language already where the core makes them.

mod archive;
mod calls;
mod clients;
mod desk;
mod desklist;
mod draws;
mod first_start;
mod forms;
mod imports;
mod lock;
mod matters;
mod messages;
mod office_work;
mod packs;
mod policy;
mod print;
mod problems;
mod reports;
mod search;
mod tables;
mod worklist;

pub use archive::*;
pub use calls::*;
pub use clients::*;
pub use desk::*;
pub use desklist::*;
pub use draws::*;
pub use first_start::*;
pub use forms::*;
pub use imports::*;
pub use lock::*;
pub use matters::*;
pub use messages::*;
pub use office_work::*;
pub use packs::*;
pub use policy::*;
pub use print::*;
pub use problems::*;
pub use reports::*;
pub use search::*;
pub use tables::*;
pub use worklist::*;

use ts_rs::TS;

/// Defines wire types: serde in both directions and a TypeScript counterpart, all in one file.
macro_rules! wire {
    ($($(#[$doc:meta])* $vis:vis struct $name:ident { $($(#[$fdoc:meta])* $field:ident : $ty:ty),* $(,)? })+) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
            $vis struct $name { $($(#[$fdoc])* pub $field: $ty),* }
        )+

        /// The TypeScript declarations of all wire types, in the order of this file.
        pub(in crate::wire) fn declarations(config: &ts_rs::Config) -> Vec<String> {
            vec![$($crate::wire::types::declaration::<$name>(config)),+]
        }
    };
}

/// One exported TypeScript type with its documentation.
pub(super) fn declaration<T: TS>(config: &ts_rs::Config) -> String {
    format!("{}export {}\n", T::docs().unwrap_or_default(), T::decl(config))
}

use wire;

/// The TypeScript declarations of all wire types, group by group.
pub(super) fn type_declarations(config: &ts_rs::Config) -> Vec<String> {
    [
        desk::declarations,
        lock::declarations,
        worklist::declarations,
        calls::declarations,
        problems::declarations,
        clients::declarations,
        search::declarations,
        tables::declarations,
        imports::declarations,
        reports::declarations,
        print::declarations,
        packs::declarations,
        policy::declarations,
        office_work::declarations,
        draws::declarations,
        archive::declarations,
        desklist::declarations,
        forms::declarations,
        first_start::declarations,
        messages::declarations,
        matters::declarations,
    ]
    .into_iter()
    .flat_map(|group| group(config))
    .collect()
}
