//! The worklist as a team's list: whose tasks (`narrow`), views of one's own (`filter`, `views`), leave and days off
//! (`absence`), one decision about many tasks (`bulk`), taking back what was done today (`acts`), how far targets are
//! (`coach`), and sheets that come back from a round (`rounds`).

mod absence;
mod acts;
mod bulk;
mod coach;
mod filter;
mod narrow;
mod rounds;
mod views;

pub(crate) use bulk::refuse_unapproved;
pub(crate) use narrow::Narrowing;
