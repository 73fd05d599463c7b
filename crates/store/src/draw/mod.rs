//! Draws: the frozen population in the order of the lot.

use crate::column::{Day, Json, id_list, json, must_day, row, rows, run};
use crate::{Noun, Reader, StoreError, Tx};
use huifang_core::domain::{ClientId, Draw, DrawId, Drawn, MatterId, StaffRef};
use rusqlite::{Params, Row, params};
use std::collections::{BTreeSet, HashMap};

impl Reader<'_> {
    /// All draws with the units that are to be followed up, and no others: what planning needs.
    pub fn draws_chosen(&self) -> Result<Vec<Draw>, StoreError> {
        self.draws_with(include_str!("units_chosen.sql"), [])
    }

    /// All draws, each with those of its chosen units that are about these clients or matters: what planning needs for
    /// them, however much was ever drawn.
    pub fn draws_chosen_of(
        &self,
        clients: &BTreeSet<ClientId>,
        matters: &BTreeSet<MatterId>,
    ) -> Result<Vec<Draw>, StoreError> {
        let (clients, matters) =
            (id_list(clients.iter().map(ClientId::as_str)), id_list(matters.iter().map(MatterId::as_str)));
        self.draws_with(include_str!("units_chosen_of.sql"), params![clients, matters])
    }

    fn draws_with(&self, units: &str, values: impl Params) -> Result<Vec<Draw>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("order.sql"));
        let mut draws = rows(self.conn, sql, [], row_to_draw)?;
        if draws.is_empty() {
            return Ok(draws);
        }
        let mut found: HashMap<String, Vec<Drawn>> = HashMap::new();
        let unit = |row: &Row<'_>| Ok((row.get::<_, String>(0)?, row_to_unit(row, 1)?));
        for (draw, unit) in rows(self.conn, units, values, unit)? {
            found.entry(draw).or_default().push(unit);
        }
        for draw in &mut draws {
            draw.ranking = found.remove(draw.id.as_str()).unwrap_or_default();
        }
        Ok(draws)
    }

    /// How many units stand in the ranking of each draw.
    pub fn draw_sizes(&self) -> Result<HashMap<DrawId, u32>, StoreError> {
        let sizes = rows(self.conn, include_str!("sizes.sql"), [], |row| Ok((DrawId(row.get(0)?), row.get(1)?)))?;
        Ok(sizes.into_iter().collect())
    }

    /// The draw with its whole ranking, if there is one of that identifier.
    pub fn draw(&self, id: &DrawId) -> Result<Option<Draw>, StoreError> {
        let sql = concat!(include_str!("select.sql"), include_str!("where_id.sql"));
        let Some(mut draw) = row(self.conn, sql, [id.as_str()], row_to_draw)? else { return Ok(None) };
        draw.ranking = rows(self.conn, include_str!("units.sql"), [id.as_str()], |row| row_to_unit(row, 0))?;
        Ok(Some(draw))
    }
}

impl Tx<'_> {
    /// Writes the draw with its whole ranking: a new one, or what was replaced in the one of that identifier.
    ///
    /// # Errors
    /// `conflict` where another draw of the rule stands for the period.
    pub fn put_draw(&mut self, draw: &Draw) -> Result<(), StoreError> {
        self.touch(Noun::Task);
        run(
            &self.inner,
            include_str!("put.sql"),
            params![
                draw.id.as_str(),
                draw.pack,
                draw.rule,
                draw.period,
                Day(draw.on),
                draw.seed,
                draw.frame_hash,
                Json(&draw.take),
                Json(&draw.replaced),
                draw.by.as_ref().map(|staff| &staff.0),
                draw.voided,
                draw.at_ms
            ],
        )?;
        let chosen: std::collections::HashSet<&Drawn> = draw.chosen().into_iter().collect();
        for (position, unit) in (0_i64..).zip(&draw.ranking) {
            run(
                &self.inner,
                include_str!("put_unit.sql"),
                params![
                    draw.id.as_str(),
                    position,
                    unit.client.as_ref().map(ClientId::as_str),
                    unit.matter.as_ref().map(MatterId::as_str),
                    unit.stratum,
                    chosen.contains(unit)
                ],
            )?;
        }
        Ok(())
    }
}

fn row_to_draw(row: &Row<'_>) -> rusqlite::Result<Draw> {
    Ok(Draw {
        id: DrawId(row.get(0)?),
        pack: row.get(1)?,
        rule: row.get(2)?,
        period: row.get(3)?,
        on: must_day(row, 4)?,
        seed: row.get(5)?,
        frame_hash: row.get(6)?,
        ranking: Vec::new(),
        take: json(row, 7)?,
        replaced: json(row, 8)?,
        by: row.get::<_, Option<String>>(9)?.map(StaffRef),
        voided: row.get(10)?,
        at_ms: row.get(11)?,
    })
}

fn row_to_unit(row: &Row<'_>, first: usize) -> rusqlite::Result<Drawn> {
    Ok(Drawn {
        client: row.get::<_, Option<String>>(first)?.map(ClientId),
        matter: row.get::<_, Option<String>>(first + 1)?.map(MatterId),
        stratum: row.get(first + 2)?,
    })
}
