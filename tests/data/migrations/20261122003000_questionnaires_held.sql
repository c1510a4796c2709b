UPDATE local_questionnaires SET held_at = '2026-09-02T08:07:00+00:00' WHERE id = {uuid:161};
