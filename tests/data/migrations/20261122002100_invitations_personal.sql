UPDATE invitations SET meant_for = {uuid:12} WHERE id = {uuid:1003};
