//! `[[duty]]`, `[[report]]`, `[[review]]` and `[[survey]]`: with `every` they are rules of the office, without it they
//! are shown and asked about.

use super::RuleKind;
use super::assign::Assign;
use super::kinds::{Duty, Frame, Quota, QuotaOf, Sample, read_duty_day, read_period, read_take};
use super::part::{Carried, OtherPart, read_channels};
use super::population::{Population, read_optional};
use super::reader::TableReader;
use super::rule::{Rule, TaskAction};

/// A part of the office's work: what came of reading it.
pub(super) enum OfficeWork {
    /// It recurs: a rule.
    Rule(Box<Rule>),
    /// It is shown, or a person is asked.
    Other(OtherPart),
}

/// The post that must, where the pack names none.
const SOMEBODY: &str = "经理";

/// `[[duty]]`, `[[report]]`, `[[review]]`.
pub(super) fn read_work(part: &'static str, table: TableReader<'_, '_>) -> OfficeWork {
    let title = table.required_text("title", "一句话说明");
    let id = table.text("id");
    let text: Vec<String> = ["text", "to"].into_iter().filter_map(|key| table.text(key)).collect();
    let by = table.text("by");
    let carried = Carried::read(&table);
    let every = read_period(&table, "every");
    let on = read_duty_day(&table);
    let (times, previous) = (table.count("times").unwrap_or(1).max(1), table.flag("previous"));
    let each_staff = table.text("each").as_deref() == Some("staff");
    let shift = table.flag("shift");
    table.finish(&format!("[[{part}]] "));
    let Some(every) = every else {
        let text = text.into_iter().chain(by).collect::<Vec<_>>().join(",");
        return OfficeWork::Other(OtherPart {
            part: part.to_owned(),
            title,
            text,
            id: None,
            fields: Vec::new(),
            carried,
        });
    };
    let kind = RuleKind::Duty(Duty { every, times, on, previous, each_staff });
    let id = format!("{part}.{}", id.unwrap_or_else(|| title.clone()));
    let rule = Rule::plain(&id, &title, kind, Assign::Role(by.unwrap_or_else(|| SOMEBODY.to_owned())));
    let text = text.join(",");
    OfficeWork::Rule(Box::new(Rule {
        action: TaskAction::Step, verb: "办理".to_owned(), text, shift, carried, ..rule
    }))
}

/// `[[survey]]`: each of the population, or some drawn of it, once in each period.
pub(super) fn read_survey(table: TableReader<'_, '_>) -> OfficeWork {
    let title = table.required_text("title", "一句话说明");
    let id = table.text("id").unwrap_or_else(|| title.clone());
    let (by, text, form) = (table.text("by"), table.text("text"), table.text("form"));
    let carried = Carried::read(&table);
    let (every, population) = (read_period(&table, "every"), read_optional(&table));
    let channels = read_channels(&table, "channels");
    let take = table.has("take").then(|| read_take(&table));
    table.finish("[[survey]] ");
    let Some(per) = every else {
        let text = text.into_iter().chain(by).collect::<Vec<_>>().join(",");
        return OfficeWork::Other(OtherPart {
            part: "survey".to_owned(),
            title,
            text,
            id: None,
            fields: Vec::new(),
            carried,
        });
    };
    let population = population.unwrap_or_default();
    let kind = match take {
        Some(take) => RuleKind::Sample(sample_of(population, take, per)),
        None => RuleKind::Quota(Quota { of: QuotaOf::Client, need: 1, most: None, per, by_role: None, population }),
    };
    let assign = Assign::Role(by.unwrap_or_else(|| SOMEBODY.to_owned()));
    let rule = Rule::plain(&format!("survey.{id}"), &title, kind, assign);
    OfficeWork::Rule(Box::new(Rule { channels, form, verb: "调查".to_owned(), carried, ..rule }))
}

fn sample_of(population: Population, take: super::Take, per: crate::calendar::PeriodKind) -> Sample {
    Sample {
        frame: Frame::Clients(population),
        take,
        most: None,
        per,
        frame_per: None,
        previous: false,
        strata: None,
        each: None,
        within: None,
    }
}

/// The due days of rules that come before others: put in when all rules have been read.
pub(super) fn join_before(rules: &mut [Rule]) -> Vec<(usize, String)> {
    let anchors: Vec<_> = rules
        .iter()
        .filter_map(|rule| match &rule.kind {
            RuleKind::After(after) => Some((rule.id.clone(), after.anchor.clone(), after.timing, rule.shift)),
            _ => None,
        })
        .collect();
    let mut unknown = Vec::new();
    for rule in rules {
        let RuleKind::Before(before) = &mut rule.kind else { continue };
        let Some(other) = before.rule.first() else { continue };
        match anchors.iter().find(|(id, ..)| id == other) {
            Some((_, anchor, timing, shift)) => {
                before.anchor = anchor.clone();
                before.of_due = Some(*timing);
                // The day that it comes before moves off a holiday as that rule says.
                rule.shift = *shift;
            }
            None => unknown.push((rule.carried.at, other.clone())),
        }
    }
    unknown
}
