//! The policy language: a pack is data that says what an office's written follow-up policy asks for.
//!
//! A pack is read in two steps: TOML text -> `Node` tree with places in the text (`node`), then nodes -> typed parts
//! (`pack`, `rule`, `condition`, `part`), where `$name` is replaced by the value of the parameter. All errors of a pack
//! are returned at once, each with line, column and what was expected. `check` proves that the clauses are carried.

mod anchor;
mod assign;
mod check;
mod client_fields;
mod condition;
mod condition_text;
mod desk;
mod extend;
mod form;
mod kinds;
mod loops;
mod node;
mod office_work;
mod pack;
mod param;
mod part;
mod population;
mod problem;
mod reader;
mod references;
mod rule;
mod rule_text;
mod score;
mod target;
mod text;
mod vocabulary;

pub use anchor::{Anchor, EachOf, StepTiming, Timing};
pub use assign::Assign;
pub use check::{CheckedClause, Clause, ClauseCarried, check, coverage};
pub use client_fields::client_fields;
pub use condition::{Condition, RecordsOf, RecordsWhose, Test};
pub use condition_text::condition_words;
pub use desk::{ClassPart, Hours, Merge, Tries};
pub use extend::{PackTexts, bundled};
pub use form::{Bounds, Field, FieldKind, Form, Script};
pub use kinds::{
    After, Before, DataCheck, Duty, DutyDay, FestivalDay, FollowOn, FollowOnBase, Frame, OnDate, Phase, Planned,
    Quality, Quota, QuotaOf, Repeat, RuleKind, Sample, Series, SeriesBase, Silence, Step, Take,
};
pub use pack::PolicyPack;
pub use param::{Param, ParamKind, ParamValues};
pub use part::{Carried, Except, ExceptAct, How, Loop, OtherPart};
pub use population::Population;
pub use problem::PackProblem;
pub use rule::{Rule, TaskAction, WaitsFor};
pub use rule_text::{day_words, rule_words};
pub use score::{Case, RateMinus, Reckoning, Score, Scored, Whose, Worth};
pub use target::{Bound, MattersOf, Measure, Target};
pub use text::{PackLine, pack_lines};
pub use vocabulary::{MatterKind, Vocabulary};
