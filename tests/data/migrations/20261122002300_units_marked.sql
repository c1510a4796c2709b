SELECT school_id, low_results FROM schools_marked;
