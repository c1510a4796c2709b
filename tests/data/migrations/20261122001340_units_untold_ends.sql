UPDATE roles SET is_untold_end = TRUE WHERE id = {uuid:82};
