//! The policy language: a pack is data that says what an office's written follow-up policy asks for.
//!
//! A pack is read in two steps: TOML text -> `Node` tree with places in the text (`node`), then nodes -> typed parts
//! (`pack`, `rule`, `condition`, `part`), where `$name` is replaced by the value of the parameter. All errors of a pack
//! are returned at once, each with line, column and what was expected. `check` proves that the clauses are carried.

mod check;
mod condition;
mod form;
mod node;
mod pack;
mod param;
mod part;
mod problem;
mod reader;
mod rule;
mod text;
mod vocabulary;

pub use check::{CheckedClause, Clause, ClauseCarried, check, coverage};
pub use condition::{Condition, Test};
pub use form::{Field, FieldKind, Form, Script};
pub use pack::PolicyPack;
pub use param::{Param, ParamKind, ParamValues};
pub use part::{Carried, DutyPart, Except, ExceptAct, How, Loop, OtherPart, Target};
pub use problem::PackProblem;
pub use rule::{
    After, Anchor, Assign, Before, EachOf, FestivalDay, OnDate, Phase, Population, Quota, QuotaOf, Repeat, Rule,
    RuleKind, Series, SeriesBase, Step, StepTiming, TaskAction,
};
pub use text::{PackLine, condition_words, day_words, pack_lines, rule_words};
pub use vocabulary::{MatterKind, Vocabulary};
