//! Views of one's own over the worklist: stored for each person, shown as tabs with how many they list.

use super::filter::{FIELDS, Filter, rule_code, sentence};
use super::narrow::Narrowing;
use crate::OfficeError;
use crate::office::Office;
use crate::wire::{Changed, FilterField, LabelValue, SaveView, SavedView, ViewFilter, ViewWritten};
use crate::worklist::{label, listed};
use huifang_core::calendar::Now;
use huifang_core::domain::{Channel, StaffId, short_hash};
use huifang_core::policy::Vocabulary;
use huifang_store::SavedViewRow;
use serde_json::json;
use std::collections::BTreeSet;

impl Office {
    /// The fields by which a view can choose, with what can be chosen now.
    ///
    /// # Errors
    /// The store's.
    pub fn filter_fields(&self, now: Now) -> Result<Vec<FilterField>, OfficeError> {
        let listed = self.store.read().listed_rules(&listed("all", now, &self.office_work(now.today)?)?)?;
        // What has no channel is rung up.
        let channels = listed.iter().map(|row| row.channel.unwrap_or(Channel::Phone).code().to_owned()).collect();
        let rules = listed.iter().map(|row| rule_code(&row.pack, &row.rule)).collect();
        self.fields_with(&rules, &channels, &self.store.read().class_names()?)
    }

    /// The fields, with these rules, channels and classes to choose from.
    fn fields_with(
        &self,
        rules: &BTreeSet<String>,
        channels: &BTreeSet<String>,
        classes: &[String],
    ) -> Result<Vec<FilterField>, OfficeError> {
        let field = |(field, kind, relations): (&str, &str, &[&str])| -> Result<FilterField, OfficeError> {
            Ok(FilterField {
                field: field.to_owned(),
                kind: kind.to_owned(),
                relations: relations.iter().map(|r| (*r).to_owned()).collect(),
                choices: match field {
                    "pack" => self.packs().map(|pack| label(&pack.title, pack.id.clone())).collect(),
                    "rule" => rules.iter().map(|code| self.rule_choice(code)).collect(),
                    "assignee" => self.staff_choices()?,
                    "class" => classes.iter().map(|name| label(name, name.clone())).collect(),
                    "channel" => channels.iter().map(|code| channel_choice(code)).collect(),
                    _ => Vec::new(),
                },
            })
        };
        FIELDS.into_iter().map(field).collect()
    }

    fn rule_choice(&self, code: &str) -> LabelValue {
        let (pack, rule) = code.split_once('/').unwrap_or((code, ""));
        let title = self.rule_ever(pack, rule).map_or(rule, |rule| rule.title.as_str());
        label(title, code)
    }

    fn staff_choices(&self) -> Result<Vec<LabelValue>, OfficeError> {
        let active = self.staff()?.into_iter().filter(|s| s.active);
        let people = active.map(|s| label(&format!("{} · {}", s.name, s.role), s.id.0));
        Ok(people.chain(std::iter::once(label("待分派", ""))).collect())
    }

    /// The views of the person who is signed in, with how much each lists.
    ///
    /// # Errors
    /// The store's.
    pub fn saved_views(&self, now: Now) -> Result<Vec<SavedView>, OfficeError> {
        let saved = self.store.read().saved_views(self.view_owner())?;
        if saved.is_empty() {
            return Ok(Vec::new());
        }
        let office = self.office_work(now.today)?;
        let list = listed("all", now, &office)?;
        let mut shown = Vec::new();
        for row in saved {
            // What a later program wrote into it is not understood here, and not shown wrongly.
            let Ok(wish) = serde_json::from_value::<ViewFilter>(row.filter) else { continue };
            let Ok(filter) = Filter::read(&wish) else { continue };
            let values = |field: &str| -> BTreeSet<String> {
                let of_field = wish.conditions.iter().filter(|condition| condition.field == field);
                of_field.flat_map(|condition| condition.values.iter().cloned()).collect()
            };
            let fields = self.fields_with(&values("rule"), &values("channel"), &[])?;
            let count = self.narrowed_list(&list, &Narrowing::of_view(filter), now.today)?.len() as u32;
            let sentence = sentence(&wish, &fields);
            shown.push(SavedView { view: row.id, name: row.name, sentence, filter: wish, count });
        }
        Ok(shown)
    }

    /// Saves a view: a new one after the others, or one changed in its place.
    ///
    /// # Errors
    /// `view_unnamed`, `bad_filter`, `not_found`.
    pub fn save_view(&mut self, wish: &SaveView, now: Now) -> Result<ViewWritten, OfficeError> {
        let name = wish.name.trim();
        if name.is_empty() {
            return Err(OfficeError::invalid("view_unnamed", "请给这个视图起个名字"));
        }
        Filter::read(&wish.filter)?;
        let filter = json!(wish.filter);
        let row = match &wish.view {
            Some(id) => SavedViewRow { name: name.to_owned(), filter, ..self.my_view(id)? },
            None => SavedViewRow {
                id: short_hash(&["view", name, &self.stamp(now)?]),
                staff: self.view_owner().to_owned(),
                name: name.to_owned(),
                filter,
                position: self.store.read().saved_views(self.view_owner())?.len() as u32,
            },
        };
        self.write("save_view", now, json!({ "view": row.id, "name": name }), |tx, _| Ok(tx.put_saved_view(&row)?))?;
        Ok(ViewWritten { view: row.id, changed: vec!["view".to_owned()], line: format!("已保存视图「{name}」") })
    }

    /// Takes a view away.
    ///
    /// # Errors
    /// `not_found`.
    pub fn delete_view(&mut self, id: &str, now: Now) -> Result<Changed, OfficeError> {
        let view = self.my_view(id)?;
        let detail = json!({ "view": id, "name": view.name, "filter": view.filter });
        self.write("delete_view", now, detail, |tx, _| Ok(tx.delete_saved_view(id)?))?;
        Ok(Changed { changed: vec!["view".to_owned()], line: format!("已删除视图「{}」", view.name) })
    }

    fn my_view(&self, id: &str) -> Result<SavedViewRow, OfficeError> {
        let found = self.store.read().saved_view(id)?.filter(|view| view.staff == self.view_owner());
        found.ok_or_else(|| OfficeError::NotFound { noun: "视图", id: id.to_owned() })
    }

    fn view_owner(&self) -> &str {
        self.me.as_ref().map_or("", StaffId::as_str)
    }

    /// What makes the identifier of something new unlike all before it.
    pub(super) fn stamp(&self, now: Now) -> Result<String, OfficeError> {
        Ok(format!("{}/{}", now.instant_ms, self.store.read().audit_head()?.0))
    }
}

fn channel_choice(code: &str) -> LabelValue {
    label(Vocabulary::shipped().name("channel", code), code)
}
