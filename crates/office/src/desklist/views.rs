//! Views of one's own over the worklist: stored for each person, shown as tabs with how many they list.

use super::filter::{FIELDS, Filter, rule_code, sentence};
use super::narrow::seen;
use crate::OfficeError;
use crate::office::Office;
use crate::wire::{Changed, FilterField, LabelValue, SaveView, SavedView, ViewFilter, ViewWritten};
use crate::worklist::{label, listed};
use huifang_core::calendar::Now;
use huifang_core::domain::{StaffId, short_hash};
use huifang_core::policy::Vocabulary;
use huifang_store::{Page, SavedViewRow, TaskRow as StoredTask};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

impl Office {
    /// The fields by which a view can choose, with what can be chosen now.
    ///
    /// # Errors
    /// The store's.
    pub fn filter_fields(&self, now: Now) -> Result<Vec<FilterField>, OfficeError> {
        self.fields_over(&self.all_listed(now)?)
    }

    fn fields_over(&self, rows: &[StoredTask]) -> Result<Vec<FilterField>, OfficeError> {
        let field = |(field, kind, relations): (&str, &str, &[&str])| -> Result<FilterField, OfficeError> {
            Ok(FilterField {
                field: field.to_owned(),
                kind: kind.to_owned(),
                relations: relations.iter().map(|r| (*r).to_owned()).collect(),
                choices: self.choices_of(field, rows)?,
            })
        };
        FIELDS.into_iter().map(field).collect()
    }

    fn choices_of(&self, field: &str, rows: &[StoredTask]) -> Result<Vec<LabelValue>, OfficeError> {
        let words = Vocabulary::shipped();
        let staff = || -> Result<Vec<LabelValue>, OfficeError> {
            let active = self.staff()?.into_iter().filter(|s| s.active);
            let people = active.map(|s| label(&format!("{} · {}", s.name, s.role), s.id.0));
            Ok(people.chain(std::iter::once(label("待分派", ""))).collect())
        };
        Ok(match field {
            "pack" => self.packs().map(|pack| label(&pack.title, pack.id.clone())).collect(),
            "rule" => {
                let rules: BTreeMap<_, _> = rows.iter().map(|row| (rule_code(row), row)).collect();
                let title = |row: &StoredTask| self.rule_ever(&row.pack, &row.rule).map(|rule| rule.title.clone());
                rules
                    .into_iter()
                    .map(|(code, row)| label(&title(row).unwrap_or_else(|| row.rule.clone()), code))
                    .collect()
            }
            "assignee" => staff()?,
            "class" => self.store.read().class_names()?.into_iter().map(|name| label(&name, name.clone())).collect(),
            "channel" => {
                let codes: BTreeSet<_> = rows.iter().filter_map(|row| row.channels.first()).map(|c| c.code()).collect();
                codes.into_iter().map(|code| label(words.name("channel", code), code)).collect()
            }
            _ => Vec::new(),
        })
    }

    fn all_listed(&self, now: Now) -> Result<Vec<StoredTask>, OfficeError> {
        let office = self.office_work(now.today)?;
        Ok(self.store.read().worklist(&listed("all", now, &office)?, Page::first(u32::MAX))?)
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
        let rows = self.all_listed(now)?;
        let fields = self.fields_over(&rows)?;
        let read = |row: SavedViewRow| -> Option<(SavedViewRow, ViewFilter, Filter)> {
            // What a later program wrote into it is not understood here, and not shown wrongly.
            let wish: ViewFilter = serde_json::from_value(row.filter.clone()).ok()?;
            let filter = Filter::read(&wish).ok()?;
            Some((row, wish, filter))
        };
        let views: Vec<_> = saved.into_iter().filter_map(read).collect();
        let facts = self.facts_to_judge(&rows, views.iter().any(|(_, _, filter)| filter.asks_tries()), false)?;
        let shown = views.into_iter().map(|(row, wish, filter)| {
            let fits = rows.iter().filter(|task| filter.fits(task, &seen(&facts, task, now.today), now.today));
            let count = fits.count() as u32;
            SavedView { view: row.id, name: row.name, sentence: sentence(&wish, &fields), filter: wish, count }
        });
        Ok(shown.collect())
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
