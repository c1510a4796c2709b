UPDATE letters SET contact_id = {uuid:21} WHERE id = {uuid:72};
